/** Movement over the API: the matrix between two dates, the people behind a cell, and the timeline of one person. */
package kz.ruralincome.web.rest.movement;
