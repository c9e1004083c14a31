package io.redress.testing;

import java.util.List;

/** Counts the records of one feature, in SQL that shares nothing with the program. */
public interface RecountPart {

    /** Rows of platform, area, measure, count and amount, of everything on record now. */
    String records();

    /** What holds the records, to be emptied before a history. */
    List<String> tables();
}
