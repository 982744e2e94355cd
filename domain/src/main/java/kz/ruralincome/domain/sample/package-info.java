/**
 * The sample region: about 150,000 people who never lived, in the real villages of Zhambyl region, from 2020 to the
 * sample's last day, written as the lists that registers would send.
 *
 * <p>It knows no other feature and is known by the loading of the sample alone: its files go through the same door as
 * any user's. What it holds is made from one seed by its own dice, so that it is the same on every machine, byte for
 * byte, whatever the JDK, the locale and the time zone.
 *
 * <p>Real are: the territories (the official list), the proportions of the districts' rural population, the figures
 * printed in January 2023 ({@link kz.ruralincome.domain.sample.SampleTargets}), and two okrugs of the pilot's first
 * stage, Kostobe and Besagash. Picked for the sample are: the other nine of the first stage, so that each district has
 * one, and all ten of the second ({@link kz.ruralincome.domain.sample.SampleGeography}); poverty lines; plans and other
 * regions' figures but those printed; all names, of people and of streets. Assistance is that of the whole region, on a
 * fifth of its villagers: so more of the people of the sample are on it than in life.
 *
 * <p>The order of making: households and people, their lives, their ventures, then assistance, which follows need and
 * ventures, then what hangs on assistance. The published figures are met at the end by giving and taking a year's
 * assistance of plain households ({@link kz.ruralincome.domain.sample.SampleFit}). What is not counted on
 * (occupations, payments, incomes …) is not kept but made while it is written.
 *
 * <p>Loans come last ({@link kz.ruralincome.domain.sample.SampleLoans}): they follow from lives that are there already, by
 * dice of their own. Their lenders reckon with a program of their own and send what they would: most loans at once, then
 * what was rescheduled, written off or mistaken. Picked for the sample are the lenders, all sums and all habits of paying.
 *
 * <p>Some rows are wrong or missing in a list's first file and are put right in its second, which is loaded after all
 * lists: figures as known before it differ, as in life.
 */
package kz.ruralincome.domain.sample;
