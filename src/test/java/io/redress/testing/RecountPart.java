package io.redress.testing;

import java.util.List;

/** Independent recount: counts the records of one feature in SQL that shares nothing with the program. */
public interface RecountPart {

    /** Rows of platform, area, measure, count and amount, over all present records. */
    String records();

    /** The tables of these records, which the test empties before a history. */
    List<String> tables();
}
