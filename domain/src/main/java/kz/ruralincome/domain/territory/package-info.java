/**
 * Where: the dated tree of KATO units. Codes are names, not arithmetic: only the parents say what lies in what.
 *
 * <p>A unit that is abolished by the date asked keeps its last parent, so that a change of borders is nobody's move.
 */
package kz.ruralincome.domain.territory;
