/**
 * The server as it ships: every test here starts {@code rural-income-pilot.jar} as a process and talks to it over HTTP.
 *
 * <p>A start costs many seconds. Who only needs a running server takes {@link RunningServer#shared()}; a server of one's
 * own is for tests that stop, break or configure it.
 */
package kz.ruralincome.system;
