package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import kz.ruralincome.domain.assistance.AssistanceDesk;
import kz.ruralincome.web.security.CurrentAccess;

/** The way from a person to the test of their household. */
@Named
@RequestScoped
public class HouseholdLink {

    @Inject
    private AssistanceDesk desk;

    @Inject
    private CurrentAccess access;

    private String person;
    private String address;

    /** The address of the test seen from another folder; null: there is no household within reach. */
    public String of(String id) {
        if (!id.equals(person)) {
            person = id;
            address = desk.householdOf(UUID.fromString(id), access.get())
                    .map(household -> "../assistance/test.xhtml?household=" + household)
                    .orElse(null);
        }
        return address;
    }
}
