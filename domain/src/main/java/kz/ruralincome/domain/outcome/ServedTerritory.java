package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** The region served: its children are "the districts", the other regions its peers. */
@ApplicationScoped
public class ServedTerritory {

    private static final int ZHAMBYL_REGION = 310000000;

    @Inject
    private Config config;

    /** Its KATO code. */
    public int kato() {
        return config.getOptionalValue("pilot.territory", Integer.class).orElse(ZHAMBYL_REGION);
    }
}
