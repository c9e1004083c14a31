package io.redress.area;

/**
 * A resolved address.
 *
 * @param areaCode code of the present area
 * @param street the rest of the address, as written
 * @param spoken the area that the address names, abolished or not
 */
public record Place(String areaCode, String street, Area spoken) {}
