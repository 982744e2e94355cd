/** A report in words: sheets of titles, columns and rows, which the page shows and which are written as XLSX and as PDF. */
package kz.ruralincome.web.report;
