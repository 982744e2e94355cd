/** Up to which day the lists are declared complete, where: what a figure's {@code coversTo} says. */
package kz.ruralincome.domain.coverage;
