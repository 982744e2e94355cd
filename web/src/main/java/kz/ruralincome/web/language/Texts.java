package kz.ruralincome.web.language;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Every sentence for people, by key and language; one bundle a feature, read once. */
public final class Texts {

    /** The features that have a bundle {@code <feature>_<language>.properties} beside the package {@code web}. */
    public static final List<String> FEATURES = List.of(
            "layout",
            "error",
            "account",
            "intake",
            "movement",
            "outcome",
            "participant",
            "jobrun",
            "credit",
            "loanoutcome",
            "claim",
            "quality",
            "assistance",
            "screening",
            "enrolment",
            "desk");
