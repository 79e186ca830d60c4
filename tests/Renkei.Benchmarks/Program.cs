using Renkei.Benchmarks;

return args switch
{
    [BareServer.Command, string folder] => await BareServer.RunAsync(folder),
    _ when BenchmarkOptions.Parse(args) is { } options => await new Benchmark(options).RunAsync(),
    _ => BenchmarkOptions.Usage(),
};
