/** Registry lists by REST: sent, followed, withdrawn, confirmed. */
package kz.ruralincome.web.rest.intake;
