package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.MachineAccount;
import kz.ruralincome.domain.account.MachineAccounts;
import kz.ruralincome.domain.account.MachineSecret;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code account/machines.xhtml}: the accounts of machines; a new secret is shown once, on the page that follows. */
@Named
@RequestScoped
public class MachinesPage {

    private static final int USUAL_OVERLAP_DAYS = 7;
    private static final String SELF = "/account/machines.xhtml?faces-redirect=true";

    @Inject
    private MachineAccounts machines;

    @Inject
    private LenderNames lenders;

    @Inject
    private GivenSecret secrets;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private List<MachineAccount> accounts;
    private GivenSecret.Given given;
    private String name;
    private String lender;

    /** Looks whether the page is for the caller, and takes the secret that it is to show. */
    public void load() {
        Access.demand(access.get().administers());
        given = secrets.take(
                account -> getAccounts().stream().anyMatch(one -> one.name().equals(account)));
    }

    public List<MachineAccount> getAccounts() {
        if (accounts == null) {
            accounts = machines.all(access.get());
        }
        return accounts;
    }

    /** What a machine is for: the name of its lender, or that it sends lists. */
    public String purposeOf(MachineAccount account) {
        return account.lender().map(lenders::nameOf).orElseGet(() -> language.say("account.machine.registry"));
    }

    /** The key of the word for how a secret stands. */
    public String standing(MachineSecret secret) {
        if (secret.revokedAt().isPresent()) {
            return "account.secret.revoked";
        }
        if (!secret.holds()) {
            return "account.secret.ended";
        }
        return secret.expiresAt().isPresent() ? "account.secret.ending" : "account.secret.holds";
    }

    /** When a secret ended or will end; null: it holds until it is revoked. */
    public OffsetDateTime endOf(MachineSecret secret) {
        return secret.revokedAt().or(secret::expiresAt).orElse(null);
    }

    public String open() {
        String wanted = name == null ? "" : name.strip();
        return giving(wanted, () -> machines.open(wanted, Asked.text(lender), access.get()));
    }

    /** Gives the machine that the form names a new secret: a row may stand elsewhere by now, so its place says nothing. */
    public String rotate() {
        String account = sent("machine");
        return giving(account, () -> machines.rotate(account, overlap(), access.get()));
    }

    /** As the form says: of a value bound within the rows, only the last row would be taken in. */
    private Duration overlap() {
        return getOverlaps().stream()
                .filter(days -> days.toString().equals(sent("overlap")))
                .map(days -> Duration.ofDays(days))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("account.secret"));
    }

    /** Revokes the secret that the form names. */
    public String revoke() {
        try {
            machines.revoke(Integer.parseInt(sent("secret")), access.get());
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("account.secret");
        }
        return SELF;
    }

    /** Closes the account that the form names, or opens it again, as the button said. */
    public String activate() {
        machines.activate(sent("machine"), "true".equals(sent("active")), access.get());
        return SELF;
    }

    private String sent(String name) {
        return String.valueOf(request.getParameter(name));
    }

    private String giving(String account, Supplier<String> secret) {
        return asked.goOn(() -> {
            secrets.keep(account, secret.get());
            return SELF;
        });
    }

    public List<String> getRefusals() {
        return asked.sentences(language);
    }

    /** The secret that was just given out; null when none was. */
    public GivenSecret.Given getGiven() {
        return given;
    }

    public List<Integer> getOverlaps() {
        return List.of(0, 1, 7, 30);
    }

    public int getUsualOverlap() {
        return USUAL_OVERLAP_DAYS;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLender() {
        return lender;
    }

    public void setLender(String lender) {
        this.lender = lender;
    }
}
