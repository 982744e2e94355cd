/**
 * What does not fit together in the register: contradictions, likely duplicates, what is missing. Coordinators see the
 * findings of their territory, mend the facts elsewhere, or say why it is right as it is.
 *
 * <p>Decided:
 *
 * <ul>
 *   <li>A run looks for everything anew: that is seconds for a region, and leaves nothing for two kinds of runs to differ in.
 *   <li>A finding opens and is mended by the facts alone; nobody closes one by hand. Explained, it stays so as long as its
 *       facts, by their hash, stay the same; even when they went away for a while.
 *   <li>What holds on a day (occupations, enrolments, places, open loans) is looked at on the business date; what figures of
 *       the past rest on (assistance without members, facts after the end) on all days up to it.
 *   <li>Neighbouring households are those of one unit of the tree. People are held against those of the same birth date and
 *       unit alone.
 *   <li>The facts hold neither IINs nor names, only the hash takes names in.
 * </ul>
 */
package kz.ruralincome.domain.quality;
