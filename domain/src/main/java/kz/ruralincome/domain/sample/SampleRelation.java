package kz.ruralincome.domain.sample;

/** What a member is to the head of the household, by the words of the list {@code members}. */
enum SampleRelation {
    HEAD,
    SPOUSE,
    CHILD,
    PARENT,
    OTHER
}
