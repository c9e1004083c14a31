package io.redress;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** About half of the unit tests, by time. Surefire runs it in one JVM and {@link SecondHalfSuite} in another. */
@Suite
@SelectPackages({"io.redress.bulletin", "io.redress.common", "io.redress.contract", "io.redress.tally"})
class FirstHalfSuite {}
