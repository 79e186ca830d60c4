using Renkei.Benchmarks;

/// <summary>What the runtime calls before a server's own code (DOTNET_STARTUP_HOOKS); it looks for this name, without a namespace.</summary>
internal static class StartupHook
{
    private static AllocationCounter? counter;

    public static void Initialize() =>
        counter ??= Environment.GetEnvironmentVariable(AllocationCounter.FileVariable) is { Length: > 0 } path
            ? new(path)
            : null;
}
