/** The collegium report for programs. */
package kz.ruralincome.web.rest.report;
