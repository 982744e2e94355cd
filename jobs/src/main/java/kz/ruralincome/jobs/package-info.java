/** The timetable: which job runs when, what it changes, and what to do when it fails. */
package kz.ruralincome.jobs;
