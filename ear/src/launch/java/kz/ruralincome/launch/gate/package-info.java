/**
 * What of ours stands among Payara's own classes: a jar on the class path of Payara Micro, in front of the servlet
 * container. The launcher does not see it, nor does the application.
 */
package kz.ruralincome.launch.gate;
