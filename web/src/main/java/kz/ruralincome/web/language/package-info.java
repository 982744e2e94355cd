/** The language of a request, and the sentences in it. Nothing outside the bundles says anything to people. */
package kz.ruralincome.web.language;
