package kz.ruralincome.domain.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kz.ruralincome.domain.kept.KeptAnswers;
import kz.ruralincome.domain.kept.OneByOne;

/** What of an answer about loans is withheld, kept as it takes long to find; under the hash of all on which it depends. */
@ApplicationScoped
public class KeptLoanProtection {

    @Inject
    private KeptAnswers kept;

    /** The answer as those may see it who may see no persons; public for the proxy of the container. */
    public LoanAnswer seen(LoanAnswer open, LoanProtection protection) {
        String name = "loans-withheld-2 " + hash(protection.basis(open));
        return kept.answer(
                        open.about().asKnownOn(),
                        name,
                        new OneByOne<String, LoanWithheld>(
                                any -> name, LoanWithheld::text, LoanWithheld::of, any -> protection.withheld(open)))
                .from(open);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
