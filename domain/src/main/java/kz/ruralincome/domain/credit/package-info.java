/**
 * What people of the pilot are lent: the loan book, as the lenders tell it and as the program recomputes it.
 *
 * <p>What a lender says is a fact ({@link kz.ruralincome.domain.credit.LoanTerms}, {@link
 * kz.ruralincome.domain.credit.RepaymentTerms}); what contradicts itself is refused with every reason at once ({@link
 * kz.ruralincome.domain.credit.LoanRules}), what only lies outside the programme's terms is warned of ({@link
 * kz.ruralincome.domain.credit.ProgrammeTerms}). What follows from it is computed by one pure class, {@link
 * kz.ruralincome.domain.credit.LoanLedger}: allotted repayments, the schedule in force, and the ageing line, from which
 * the standing on any day is read. Single answers and the nightly job use that class, so they cannot differ.
 *
 * <p>Decided where the contract is silent:
 *
 * <ul>
 *   <li>An instalment can be paid as due from its due date on, is owed from its moved due date on, and overdue from the
 *       day after that. What is paid before is paid ahead of time, unless the lender itself says that the whole interest of
 *       the next instalment was paid while none was owed: then that instalment is paid early.
 *   <li>Being late does not change the schedule; tranches, principal paid ahead and reschedulings do.
 *   <li>A rescheduled loan whose schedule is computed: all outstanding principal is spread over the due dates after that
 *       day; interest still unpaid stays owed and is due with the first of them. A lender's own new schedule is all that
 *       is owed from that day on.
 *   <li>Of a lender's own schedule, principal paid ahead takes the next instalments' principal first; its interest
 *       shrinks as the balance does.
 *   <li>No term tells a penalty: what is owed is the lender's word on {@code reported.on}, less what was paid since.
 *   <li>Nothing is outstanding of a loan that is APPROVED, CANCELLED or REPAID; of one WRITTEN_OFF neither: its principal
 *       stands apart.
 * </ul>
 */
package kz.ruralincome.domain.credit;
