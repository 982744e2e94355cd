package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.account.Lender;
import kz.ruralincome.domain.account.Lenders;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;

/** The form of {@code account/machines.xhtml} that takes up a lender. */
@Named
@RequestScoped
public class LenderForm {

    @Inject
    private Lenders lenders;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private final Asked asked = new Asked();

    private String code;
    private Lender.Kind kind;
    private String kazakh;
    private String russian;
    private String english;

    public String add() {
        return asked.goOn(() -> {
            lenders.add(text(code), kind, text(kazakh), text(russian), text(english), access.get());
            return "/account/machines.xhtml?faces-redirect=true";
        });
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    public List<String> getRefusals() {
        return asked.sentences(language);
    }

    public List<Lender.Kind> getKinds() {
        return List.of(Lender.Kind.values());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Lender.Kind getKind() {
        return kind;
    }

    public void setKind(Lender.Kind kind) {
        this.kind = kind;
    }

    public String getKazakh() {
        return kazakh;
    }

    public void setKazakh(String kazakh) {
        this.kazakh = kazakh;
    }

    public String getRussian() {
        return russian;
    }

    public void setRussian(String russian) {
        this.russian = russian;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }
}
