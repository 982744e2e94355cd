/**
 * What the law fixes, as it stands dated in the register: values by name, region and first day, each with its document.
 *
 * <p>Not here: what a value is used for ({@code credit}, {@code assistance}, {@code movement} read the facts themselves),
 * nor the list {@code parameters}, which {@code intake} takes. A value that is typed on the page goes in as a row of that
 * list, so it is judged, told of and withdrawn like any.
 */
package kz.ruralincome.domain.parameter;
