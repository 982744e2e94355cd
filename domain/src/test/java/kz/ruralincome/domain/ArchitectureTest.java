package kz.ruralincome.domain;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import kz.ruralincome.domain.shared.BusinessCalendar;

@AnalyzeClasses(packages = "kz.ruralincome.domain", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "kz.ruralincome.domain.";

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shared_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(BASE + "shared..")
            .should()
            .dependOnClassesThat(resideInAPackage("kz.ruralincome.domain..").and(not_shared()));

    @ArchTest
    static final ArchRule facts_do_not_know_what_is_computed_from_them = noClasses()
            .that()
            .resideInAnyPackage(BASE + "register..", BASE + "intake..", BASE + "territory..", BASE + "account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "movement..", BASE + "outcome..", BASE + "participant..", BASE + "jobrun..");

    @ArchTest
    static final ArchRule only_what_holds_them_against_others_knows_outcomes = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "outcome..", BASE + "claim..", BASE + "report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "outcome..");

    @ArchTest
    static final ArchRule the_domain_knows_neither_http_nor_faces = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule timers_live_in_jobs = noMethods().should().beAnnotatedWith(Schedule.class);

    /** The container refuses a call of any other ("Not a business method"), and no unit test notices. */
    @ArchTest
    static final ArchRule doors_are_public = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .should()
            .bePublic();

    /** The container's stand-in for a bean is a class of another package: it cannot hand over what is not public. */
    @ArchTest
    static final ArchRule doors_give_what_is_public = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should()
            .haveRawReturnType(DescribedPredicate.describe(
                    "that is public",
                    type -> type.isPrimitive()
                            || type.getBaseComponentType().getModifiers().contains(JavaModifier.PUBLIC)
                            || type.getBaseComponentType().isPrimitive()));

    @ArchTest
    static final ArchRule observers_are_public = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Singleton.class)
            .and(DescribedPredicate.describe(
                    "are called from outside",
                    method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                            && !method.isAnnotatedWith(PostConstruct.class)
                            && !method.isAnnotatedWith(PreDestroy.class)))
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule entities_have_no_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule enums_are_stored_by_name = fields().that()
            .areAnnotatedWith(Enumerated.class)
            .should(new ArchCondition<>("be stored as STRING") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (field.getAnnotationOfType(Enumerated.class).value() != EnumType.STRING) {
                        events.add(
                                SimpleConditionEvent.violated(field, field.getFullName() + " is stored by its place"));
                    }
                }
            });

    @ArchTest
    static final ArchRule money_is_never_floating = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(BASE + "sample..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class);

    @ArchTest
    static final ArchRule one_place_asks_what_day_it_is = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BusinessCalendar.class.getName())
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now", Clock.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)");

    private static DescribedPredicate<JavaClass> not_shared() {
        return DescribedPredicate.not(resideInAPackage(BASE + "shared.."));
    }
}
