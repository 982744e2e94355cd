/** Jobs and their runs over the API. */
package kz.ruralincome.web.rest.jobrun;
