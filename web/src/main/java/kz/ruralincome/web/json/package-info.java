/** How all of web begins a JSON text. */
package kz.ruralincome.web.json;
