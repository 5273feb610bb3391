using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Health;
using Ingestion.Publish;

if (HealthProbe.IsAsked(args)) return await HealthProbe.RunAsync();
var builder = WebApplication.CreateBuilder(args);
builder.AddIngestionDefaults("publish");
builder.AddPublish();
builder.AddIngestionBus(bus => bus.AddPublishConsumers());
var app = builder.Build();
app.MapIngestionDefaults();
app.MapPublish();
await app.RunAsync();
return 0;
