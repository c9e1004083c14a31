package io.redress;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All unit tests that are not in {@link FirstHalfSuite}. */
@Suite
@SelectPackages("io.redress")
@ExcludePackages({"io.redress.bulletin", "io.redress.common", "io.redress.contract", "io.redress.tally"})
class SecondHalfSuite {}
