/**
 * The door-to-door screening of a household: who they are, what they live by, what they have, what they wish. It is written
 * down as they speak, saved as it grows, and finished once; then members, locality, occupations and incomes become facts
 * through {@code intake}, and the wishes wait for a decision ({@code enrolment}).
 *
 * <p>Decided: a draft keeps what was typed, right or wrong; rules are those of the lists and speak when it is looked at, and
 * for good when it is finished. Finishing is all or nothing. A version number guards a draft against two writers.
 *
 * <p>Decided: where a load that a finished screening made is withdrawn, the screening is a draft again and says so: its facts do
 * not stand as it was answered. Whom it met counts as met no longer, a wish that was turned down stays turned down. Finished
 * once more, it brings what was taken back; what stands still is unchanged. Finishing takes nothing back: as long as loads of it
 * stand, what they say stays among its answers, and it is not cancelled.
 *
 * <p>Decided: a screening saw one day. The occupation that it found before ends on that day and the new one begins, also where
 * the kind is the same: a registration in between has ended what the earlier one could say. Incomes are of the quarter before.
 */
package kz.ruralincome.domain.screening;
