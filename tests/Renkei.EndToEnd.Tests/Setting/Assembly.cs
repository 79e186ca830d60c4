// Every test starts processes of its own; two at once on a small machine would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
