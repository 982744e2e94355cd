/**
 * What stands before every request: {@link kz.ruralincome.web.gate.RequestGate} lets a stopping server end what it has
 * begun, {@link kz.ruralincome.web.gate.TrustedProxy} knows whose word on the caller counts.
 */
package kz.ruralincome.web.gate;
