package kz.ruralincome.web.rest.jobrun;

/** @param full whether all is to be done anew; may be left out */
public record RunRequest(Boolean full) {}
