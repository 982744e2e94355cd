/**
 * The right to targeted social assistance: the poverty test of a household, what would end the right, refusal grounds, the
 * officer's decision, and the quarterly review of all who are given assistance.
 *
 * <p>The program recommends, an officer decides. What a calculation needs and the register does not hold makes it
 * {@code NOT_KNOWN} and names the document that would tell; nothing is guessed, and then nothing is recommended.
 *
 * <p>Decided:
 * <ul>
 *   <li>A decision that grants assistance does not become a fact of the list {@code assistance}. That list comes from the
 *       register that pays, and stays the one source: two would contradict each other, and a decision may be appealed.
 *   <li>Values that are announced each quarter ({@code POVERTY_LINE}, {@code REGIONAL_SUBSISTENCE_MINIMUM},
 *       {@code REGIONAL_MEDIAN_INCOME}) count in the quarter in which their row begins and in no later one: a quarter
 *       without a row is not known. A row of the minimum or the median is dated by the quarter in which it makes the line,
 *       not by the one that it was measured in. An announced line goes before one that is computed.
 *   <li>The region is the unit without a parent above the household's place on the day of application.
 *   <li>The members are those of that day; what they earned is asked for the quarter before. A household none of whose
 *       members has a row of {@code incomes} in it has an income that is not known; a row of 0 says that there was none. If
 *       some have rows, the others had nothing, and a line says how many they are.
 *   <li>Comparisons and amounts are made of the exact sums; only what is said is rounded ({@link
 *       kz.ruralincome.domain.assistance.Rounding}).
 *   <li>The rules exist once, in {@link kz.ruralincome.domain.assistance.PovertyTest}: the review reads a block of
 *       households at a time and asks it for each.
 * </ul>
 *
 * <p>Not here: what was paid ({@code payments}), the social package in kind, both facts of the register.
 */
package kz.ruralincome.domain.assistance;
