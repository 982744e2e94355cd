/** The one place that speaks HTTP about refusals and failures: always a problem document (RFC 9457). */
package kz.ruralincome.web.rest.error;
