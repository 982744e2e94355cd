/** Words that every feature uses; knows no feature. The calendar is here: the only place that asks what day it is. */
package kz.ruralincome.domain.shared;
