/** Lets a stopping server end what it has begun: see {@link kz.ruralincome.web.gate.RequestGate}. */
package kz.ruralincome.web.gate;
