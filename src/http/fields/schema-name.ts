const names = new WeakMap<object, string>();

/** Names a DTO class in the documents where that is not the name of the class. */
export function ApiSchema({ name }: { name: string }): ClassDecorator {
  return type => void names.set(type, name);
}

export function schemaName(type: { readonly name: string }): string {
  return names.get(type) ?? type.name;
}
