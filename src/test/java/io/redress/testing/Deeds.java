package io.redress.testing;

import java.util.List;

/** The actions of one feature. */
public interface Deeds {

    List<Deed> all();
}
