/** The pages: one bean a task, named after its view; {@code ui.layout} is what all of them share. */
package kz.ruralincome.web.ui;
