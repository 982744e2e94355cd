/** Published figures over the API: handed in, and held against the register. */
package kz.ruralincome.web.rest.claim;
