/**
 * Two records of one person become one. A person is known by the IIN, and one human may stand there under two: one was
 * mistyped, or changed, or a foreigner got theirs later.
 *
 * <p>Decided:
 *
 * <ul>
 *   <li>One record is <em>kept</em>, the other <em>merged</em> into it: its facts are superseded and written anew on the kept
 *       one, in one revision, so that answers as known on an earlier moment stay what they were. It keeps its row, its IIN
 *       and the number in its address, and is left without facts; the database refuses new ones.
 *   <li>From then on its IIN names the kept record: lists, lenders' calls, forms, search and addresses all look people up in
 *       the view {@code person_named}, and there alone. A registration under the holder's own IIN stays one under it.
 *   <li>Whoever keeps a list knows nothing of it and goes on sending both IINs. What a row says that its record said when the
 *       merge let another fact hold is known and decided, and changes nothing; what is new in it is judged as any row. A list of
 *       two records that tells the same news of both tells it once; when the merge is undone it belongs to the IIN named first.
 *   <li>What only one of the two has, moves or stays. What is equal in both remains once. Spells of equal values that overlap
 *       hold together on the days of both. Where they tell different things a coordinator chooses whose holds: on the days
 *       that both speak of; on the others what the one tells remains. Facts that are not spells are chosen as a whole. Nothing
 *       is chosen silently: a merge with an open choice is refused, and so is one of records that have changed meanwhile.
 *   <li>Chains are refused: a record that another was merged into cannot be merged into a third, unless that merge is undone
 *       first. So an IIN is never more than one step from the record that it names.
 *   <li>A loan's current version is written anew with the same number on the kept record: its {@code ETag}, its terms with the
 *       IIN that the lender named, and the lender's list of changes stay as they are.
 *   <li>A merge is undone as long as nothing stands against it. Both records get back what they had; a fact that came
 *       afterwards goes to the record whose IIN its row named, one that nobody named, as no page does, with what it
 *       replaced, else it stays on the kept one. Where that would overlap it is refused, and it is said what stands in the way. Merges into one record
 *       are undone last first.
 *   <li>Both happen in turn with the loads ({@code FormIntake.begin}), under locks on loans and then persons in the order of
 *       their numbers, as lenders' calls take them; whoever found the merged record just before begins anew.
 * </ul>
 *
 * <p>What was said at a door (screenings) and looks in the audit trail stay with the record that they name; wishes and visits
 * are read together with those of the kept record.
 */
package kz.ruralincome.domain.merge;
