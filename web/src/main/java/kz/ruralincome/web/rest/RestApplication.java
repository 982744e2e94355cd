package kz.ruralincome.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The door for programs: everything under {@code /api/v1}. */
@ApplicationPath("api/v1")
public class RestApplication extends Application {}
