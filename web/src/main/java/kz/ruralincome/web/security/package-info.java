/**
 * Who is calling. Programs send HTTP Basic with every call under {@code /api} and get no session; people sign in with a
 * form and keep a session, which the API does not take, so that no page of another site can use it.
 */
package kz.ruralincome.web.security;
