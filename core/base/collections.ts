// Small verbs on the standard collections that the language doesn't have yet.

/** The value of `key`, made and kept by `make` where there is none. */
export function getOrInsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const made = make();
  map.set(key, made);
  return made;
}
