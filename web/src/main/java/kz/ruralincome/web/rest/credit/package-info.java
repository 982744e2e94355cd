/** Loans and repayments by REST: what a lender tells, and what the program makes of it. Each lender sees its own alone. */
package kz.ruralincome.web.rest.credit;
