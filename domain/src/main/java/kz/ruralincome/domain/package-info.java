/** What the pilot is and what may happen in it: one package per feature, flat, each with its doors. */
package kz.ruralincome.domain;
