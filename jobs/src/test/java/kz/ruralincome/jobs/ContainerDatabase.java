package kz.ruralincome.jobs;

import kz.ruralincome.domain.PilotDatabase;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the container tests their database before Arquillian reads its configuration, which hands the address on to the
 * server: the data source is made at deployment, from settings of the server's process.
 */
public class ContainerDatabase implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("pilot.container.tests")) {
            var database = PilotDatabase.fresh();
            System.setProperty("pilot.container.db.url", database.url());
            System.setProperty("pilot.container.db.user", database.user());
        }
    }
}
