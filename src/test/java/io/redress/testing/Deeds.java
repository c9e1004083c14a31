package io.redress.testing;

import java.util.List;

/** The deeds of one feature. */
public interface Deeds {

    List<Deed> all();
}
