/**
 * From {@code java -jar} to the ready line, and from the signal to the end.
 *
 * <p>{@link kz.ruralincome.launch.PilotServer} is the main class. It reads and checks the {@link
 * kz.ruralincome.launch.Settings}, unpacks the {@link kz.ruralincome.launch.ProgramFiles} once per version and hands
 * over to {@link kz.ruralincome.launch.ServerStart}, which has a class loader of its own: the libraries of the launcher
 * (Flyway and what it needs) must not be seen by Payara nor by the application.
 *
 * <p>Whatever keeps the server from starting is a {@link kz.ruralincome.launch.StartRefused}: one line that names the
 * setting and the mend. The application itself learns its settings as system properties {@code pilot.*}.
 */
package kz.ruralincome.launch;
