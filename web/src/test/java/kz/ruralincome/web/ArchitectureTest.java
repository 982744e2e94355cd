package kz.ruralincome.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "kz.ruralincome.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "kz.ruralincome.web.";

    @ArchTest
    static final ArchRule programs_and_people_have_doors_of_their_own = noClasses()
            .that()
            .resideInAPackage(BASE + "rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "ui..");

    @ArchTest
    static final ArchRule pages_do_not_call_resources = noClasses()
            .that()
            .resideInAPackage(BASE + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "rest..");

    @ArchTest
    static final ArchRule nobody_here_speaks_to_the_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule resources_are_called_so = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideInAPackage(BASE + "rest..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactions_begin_in_the_domain =
            noClasses().should().beAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule the_web_knows_no_job =
            noClasses().should().dependOnClassesThat().resideInAPackage("kz.ruralincome.jobs..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)");
}
