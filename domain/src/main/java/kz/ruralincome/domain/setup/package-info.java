/**
 * What an empty database begins with: the official list of territories, the public parameters, the first accounts and,
 * where it is wanted, the sample region, which goes in through the same door as anybody's lists.
 *
 * <p>The reference data come in every mode, also where no sample is wanted: without territories nobody could load a list.
 */
package kz.ruralincome.domain.setup;
